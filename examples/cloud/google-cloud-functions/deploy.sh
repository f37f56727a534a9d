#!/bin/sh
# Builds the function from source and deploys it. Needs PROJECT, REGION and BUCKET.
set -eu
source_folder=$(mktemp -d)
cp task.py stores.py google-cloud-functions/main.py google-cloud-functions/requirements.txt "$source_folder"
gcloud iam service-accounts create summarise --project "$PROJECT"
gcloud storage buckets add-iam-policy-binding "gs://$BUCKET" \
  --member "serviceAccount:summarise@$PROJECT.iam.gserviceaccount.com" --role roles/storage.objectUser
gcloud run deploy summarise --project "$PROJECT" --region "$REGION" --source "$source_folder" \
  --function summarise_key --base-image python313 --concurrency 1 --cpu 1 --memory 2Gi --max-instances 100 \
  --no-allow-unauthenticated --service-account "summarise@$PROJECT.iam.gserviceaccount.com" \
  --set-env-vars "STORE=gs://$BUCKET"
