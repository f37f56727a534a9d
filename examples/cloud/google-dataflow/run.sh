#!/bin/sh
# Runs the pipeline on Dataflow. Needs PROJECT, REGION and BUCKET; with no RUNNER on your own machine.
set -eu
pip install "apache-beam[gcp]==2.77.0"
source_folder=$(mktemp -d)
cp task.py stores.py google-dataflow/main.py google-dataflow/setup.py "$source_folder"
cd "$source_folder"
python main.py --store "gs://$BUCKET" --runner "${RUNNER:-DirectRunner}" --project "$PROJECT" --region "$REGION" \
  --temp_location "gs://$BUCKET/temp" --setup_file ./setup.py --max_num_workers 20
